package nl.beleidsradar.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForkFailureTest {

    @Test
    void aDamagedFileIsToldByTheInnermostCause() {
        assertThat(
                        ForkFailure.of(
                                """
                                org.apache.tika.exception.TikaException: TIKA-198: Illegal IOException
                                \tat org.apache.tika.parser.CompositeParser.parse(CompositeParser.java:304)
                                Caused by: java.lang.IllegalStateException: of the library
                                \tat org.apache.pdfbox.Loader.loadPDF(Loader.java:1)
                                Caused by: java.io.IOException: Missing root object
                                \t... 12 more
                                """,
                                "application/pdf"))
                .isEqualTo(new Extracted.Corrupt("IOException: Missing root object"));
    }

    @Test
    void withoutACauseTheExceptionItselfIsTold() {
        assertThat(ForkFailure.of("org.apache.tika.exception.TikaException: not so", "text/rtf"))
                .isEqualTo(new Extracted.Corrupt("TikaException: not so"));
        assertThat(ForkFailure.of("", "text/rtf")).isEqualTo(new Extracted.Corrupt(""));
        assertThat(ForkFailure.of("x".repeat(5_000), "text/rtf"))
                .isEqualTo(new Extracted.Corrupt("x".repeat(200)));
    }
}
