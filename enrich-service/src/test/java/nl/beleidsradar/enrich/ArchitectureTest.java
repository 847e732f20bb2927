package nl.beleidsradar.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "nl.beleidsradar.enrich",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "nl.beleidsradar.enrich";
    private static final String THEME = "nl.beleidsradar.enrich.theme..";
    private static final String ARCHIVE = "nl.beleidsradar.enrich.archive..";
    private static final String REFERENCE = "nl.beleidsradar.enrich.reference..";

    @ArchTest
    static final ArchRule onlyTheStreamsAndTheArchiveKnowMessaging =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*Stream(\\$.*)?")
                    .and()
                    .resideOutsideOfPackage(ARCHIVE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.messaging..",
                            "org.springframework.kafka..",
                            "org.springframework.cloud..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule theArchiveKnowsNoRules =
            noClasses()
                    .that()
                    .resideInAPackage(ARCHIVE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT, THEME, REFERENCE);

    @ArchTest
    static final ArchRule themesStandAlone =
            noClasses()
                    .that()
                    .resideInAPackage(THEME)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT, REFERENCE, "org.springframework..", "tools.jackson..");

    @ArchTest
    static final ArchRule referencesStandAlone =
            noClasses()
                    .that()
                    .resideInAPackage(REFERENCE)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ROOT, THEME, "org.springframework..", "tools.jackson..");
}
