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

    private static final String LEDGER_TOPOLOGY = ".*\\.ledger\\.LedgerTopology(\\$.*)?";

    @ArchTest
    static final ArchRule onlyIndexQueryAndInboxKnowElasticsearch =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..search.index..", "..search.query..", "..search.inbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("co.elastic..", "org.elasticsearch..");

    @ArchTest
    static final ArchRule onlyStreamsKnowMessaging =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*Stream(\\$.*)?")
                    .and()
                    .haveNameNotMatching(LEDGER_TOPOLOGY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework.messaging..",
                            "org.springframework.kafka..",
                            "org.springframework.cloud..",
                            "org.apache.kafka..");

    @ArchTest
    static final ArchRule theLedgerKnowsItsTopologyAndNoClients =
            noClasses()
                    .that()
                    .haveNameMatching(LEDGER_TOPOLOGY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "org.apache.kafka.clients.admin..",
                            "org.apache.kafka.clients.consumer..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.apache.kafka.streams.KafkaStreams");

    @ArchTest
    static final ArchRule tellingDoesNotKnowTheListNorThePages =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..search.match..", "..search.ledger..", "..search.deliver..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..search.inbox..", "..search.web..", "nl.beleidsradar.search");

    @ArchTest
    static final ArchRule theListServesTheWebAndNotTheOtherWay =
            noClasses()
                    .that()
                    .resideInAPackage("..search.inbox..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "..search.match..",
                            "..search.ledger..",
                            "..search.deliver..",
                            "..search.web..",
                            "nl.beleidsradar.search");

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
