package nl.beleidsradar.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "nl.beleidsradar.ingest",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyStreamClassesKnowMessaging =
            noClasses()
                    .that()
                    .haveSimpleNameNotEndingWith("Stream")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.apache.kafka..",
                            "org.springframework.kafka..",
                            "org.springframework.messaging..",
                            "org.springframework.cloud..");

    @ArchTest
    static final ArchRule onlyTheExtractorKnowsTika =
            noClasses()
                    .that()
                    .haveNameNotMatching(
                            ".*\\.(TikaTextExtractor|TikaOutcome|OcrExtractor|ForkProcesses|ForkFailure|Language|extract\\.fork\\.\\w+)(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.apache.tika..");

    @ArchTest
    static final ArchRule stepsDoNotKnowThePipeline =
            noClasses()
                    .that()
                    .resideInAPackage("nl.beleidsradar.ingest.(*)..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("nl.beleidsradar.ingest");

    @ArchTest
    static final ArchRule stepsFormNoCircle =
            slices().matching("nl.beleidsradar.ingest.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule extractionAndStoreStandAlone =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "nl.beleidsradar.ingest.extract", "nl.beleidsradar.ingest.store")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "nl.beleidsradar.ingest.ledger",
                            "nl.beleidsradar.ingest.fetch",
                            "nl.beleidsradar.ingest.failure");
}
