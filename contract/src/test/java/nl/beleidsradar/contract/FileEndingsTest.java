package nl.beleidsradar.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileEndingsTest {

    @Test
    void aMediaTypeHasItsEndingWithAndWithoutParameters() {
        assertThat(FileEndings.of("application/pdf")).contains(".pdf");
        assertThat(FileEndings.of("Text/HTML; charset=utf-8")).contains(".html");
        assertThat(FileEndings.of("application/vnd.ms-powerpoint")).contains(".ppt");
        assertThat(FileEndings.of("application/octet-stream")).isEmpty();
        assertThat(FileEndings.of("")).isEmpty();
    }
}
