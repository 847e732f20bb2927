package nl.beleidsradar.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {

    @ParameterizedTest
    @CsvSource({
        "kst-34919-74, /verwijzingen/kst-34919-74",
        "dossier:36740-VI, /verwijzingen/dossier:36740-VI",
        "COM(2014)210, /verwijzingen/COM(2014)210",
        "VEU:42(7), /verwijzingen/VEU:42(7)",
        "ECLI:NL:HR:2019:2006, /verwijzingen/ECLI:NL:HR:2019:2006",
        "a/b, /verwijzingen?canonical=a%2Fb",
        "a;b, /verwijzingen?canonical=a%3Bb",
        "../x, /verwijzingen?canonical=..%2Fx",
        "https://x.nl/?q=1&r, /verwijzingen?canonical=https%3A%2F%2Fx.nl%2F%3Fq%3D1%26r",
    })
    void leadsToACitedDocument(String canonical, String address) {
        assertThat(Links.reference(canonical)).isEqualTo(address);
    }

    @Test
    void leadsToAPageOfADocument() {
        assertThat(Links.document("ob:kst-1~2", 12))
                .isEqualTo("/documenten/ob:kst-1~2?pagina=12#p12");
        assertThat(Links.document("ob:kst-1~2", null)).isEqualTo("/documenten/ob:kst-1~2");
    }

    @Test
    void leadsToASearch() {
        Map<String, String> parameters = new LinkedHashMap<>();
        assertThat(Links.search(parameters)).isEqualTo("/");
        parameters.put("q", "a&b \"c\" é");
        parameters.put("page", "2");
        assertThat(Links.search(parameters)).isEqualTo("/?q=a%26b%20%22c%22%20%C3%A9&page=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JaVaScRiPt:x",
                "data:text/html,x",
                "//x.nl",
                "/pad"
            })
    void leadsToNoOtherSiteThanOneOnTheWeb(String url) {
        assertThat(Links.external(url)).isNull();
    }

    @Test
    void leadsToAnotherSite() {
        assertThat(Links.external(" HTTPS://x.nl/a ")).isEqualTo("HTTPS://x.nl/a");
        assertThat(Links.external(null)).isNull();
    }
}
