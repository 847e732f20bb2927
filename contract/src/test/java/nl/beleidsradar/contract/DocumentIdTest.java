package nl.beleidsradar.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"ob:kst-34919-74", "tk:2021D12345", "folder:sha256-9f", "eu:a.b_c~1"})
    void readsWhatItWrites(String id) {
        assertThat(DocumentId.parse(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ob", ":x", "ob:", "OB:x", "ob:a/b", "ob:a:b", "ob:../x y", "ob:é"})
    void refusesWhatIsNoSinglePathSegment(String id) {
        assertThatThrownBy(() -> DocumentId.parse(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAnOverlongLocalId() {
        assertThat(DocumentId.parse("ob:" + "a".repeat(160)).local()).hasSize(160);
        assertThatThrownBy(() -> DocumentId.parse("ob:" + "a".repeat(161)))
                .hasMessageContaining("id must match");
    }
}
