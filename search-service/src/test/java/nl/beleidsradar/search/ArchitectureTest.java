package nl.beleidsradar.search;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
        packages = "nl.beleidsradar.search",
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyIndexAndQueryKnowElasticsearch =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..search.index..", "..search.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule onlyStreamsKnowMessaging =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*Stream(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.messaging..",
                            "org.springframework.kafka..",
                            "org.springframework.cloud..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule stepsDoNotDependAgainstTheFlow =
            noClasses()
                    .that()
                    .resideInAPackage("..search.index..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..search.query..", "..search.web..", "nl.beleidsradar.search");

    @ArchTest
    static final ArchRule queryServesTheWebAndNotTheOtherWay =
            noClasses()
                    .that()
                    .resideInAPackage("..search.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("..search.web..", "nl.beleidsradar.search");

    @ArchTest
    static final ArchRule apisAnswerJson =
            classes()
                    .that()
                    .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                    .should()
                    .haveSimpleNameEndingWith("Api");
}
