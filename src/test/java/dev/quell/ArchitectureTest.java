package dev.quell;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.modulith.core.ApplicationModules;

/** The direction of the arrows, and what only some may see. */
@AnalyzeClasses(packages = "dev.quell", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PLAIN = {
        "java.lang..",
        "java.io..",
        "java.math..",
        "java.nio..",
        "java.security..",
        "java.text..",
        "java.time..",
        "java.util..",
        "org.jspecify..",
        "org.springframework.modulith",
        "org.springframework.boot.context.properties.."
    };

    /** Prefixes under which several records have their keys; the check of all settings finds what none of them knows. */
    private static final Set<String> SHARED_PREFIXES = Set.of("quell", "quell.asterisk");

    /** Verdicts never become evidence: what callers did is all that history may know. */
    @ArchTest
    static final ArchRule HISTORY_SEES_NO_VERDICT = classes()
            .that()
            .resideInAPackage("dev.quell.history..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(PLAIN).or(resideInAnyPackage("dev.quell.history..", "dev.quell.call..")));

    @ArchTest
    static final ArchRule CLASSIFIER_IS_PURE = classes()
            .that()
            .resideInAPackage("dev.quell.classifier..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            "dev.quell.classifier..",
                            "dev.quell.history..",
                            "dev.quell.traffic..",
                            "dev.quell.blocklist..",
                            "dev.quell.call..")));

    @ArchTest
    static final ArchRule BLOCKLIST_SEES_NO_VERDICT = classes()
            .that()
            .resideInAPackage("dev.quell.blocklist..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            "dev.quell.blocklist..",
                            "dev.quell.history..",
                            "dev.quell.call..",
                            "dev.quell.jobs..",
                            "org.slf4j",
                            "io.micrometer.core.instrument..",
                            "org.springframework.beans.factory",
                            "org.springframework.beans.factory.annotation",
                            "org.springframework.boot.health..",
                            "org.springframework.context.event",
                            "org.springframework.stereotype")));

    @ArchTest
    static final ArchRule CALL_DEPENDS_ON_NO_OTHER_FEATURE = classes()
            .that()
            .resideInAPackage("dev.quell.call..")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("dev.quell..")).or(resideInAPackage("dev.quell.call..")));

    @ArchTest
    static final ArchRule DOMAIN_SEES_NO_ADAPTER = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.quell.call..",
                    "dev.quell.history..",
                    "dev.quell.blocklist..",
                    "dev.quell.classifier..",
                    "dev.quell.treatment..",
                    "dev.quell.screening..",
                    "dev.quell.flag..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.springframework.jdbc..",
                    "org.asteriskjava..",
                    "com.github.benmanes.caffeine..",
                    "io.lettuce..",
                    "org.springframework.data..",
                    "org.springframework.web..",
                    "jakarta.servlet..");

    @ArchTest
    static final ArchRule ONLY_ASTERISK_SEES_ASTERISK_JAVA = noClasses()
            .that()
            .resideOutsideOfPackage("dev.quell.asterisk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.asteriskjava..");

    @ArchTest
    static final ArchRule ONLY_STORAGE_SEES_STORES = noClasses()
            .that()
            .resideOutsideOfPackage("dev.quell.storage..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "javax.sql..",
                    "org.sqlite..",
                    "org.flywaydb..",
                    "org.springframework.jdbc..",
                    "com.github.benmanes.caffeine..",
                    "io.lettuce..",
                    "org.springframework.data.redis..");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callConstructor(Date.class);

    @ArchTest
    static final ArchRule ONE_PLACE_MAKES_THE_CLOCK = noClasses()
            .that()
            .doNotHaveSimpleName("QuellApplication")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    /** A timer of another kind would end for good with the first error in a round. */
    @ArchTest
    static final ArchRule ONE_PLACE_MAKES_TIMERS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.quell.jobs..")
            .should()
            .callMethod(Executors.class, "newSingleThreadScheduledExecutor", ThreadFactory.class)
            .orShould()
            .callMethod(Executors.class, "newScheduledThreadPool", int.class, ThreadFactory.class)
            .orShould()
            .callMethod(Executors.class, "newSingleThreadScheduledExecutor")
            .orShould()
            .callMethod(Executors.class, "newScheduledThreadPool", int.class);

    @ArchTest
    static final ArchRule SETTINGS_REFUSE_UNKNOWN_KEYS =
            classes().that().areAnnotatedWith(ConfigurationProperties.class).should(refuseUnknownKeys());

    @ArchTest
    static final ArchRule PACKAGES_ARE_NULL_MARKED =
            classes().that().haveSimpleNameNotEndingWith("package-info").should(resideInANullMarkedPackage());

    @Test
    void modulesDependOnlyOnWhatTheyAllow() {
        ApplicationModules.of(QuellApplication.class).verify();
    }

    private static ArchCondition<JavaClass> refuseUnknownKeys() {
        return new ArchCondition<>("be records that refuse unknown keys") {
            @Override
            public void check(JavaClass settings, ConditionEvents events) {
                ConfigurationProperties mark = settings.getAnnotationOfType(ConfigurationProperties.class);
                boolean strict =
                        settings.isRecord() && (!mark.ignoreUnknownFields() || SHARED_PREFIXES.contains(mark.prefix()));
                events.add(new SimpleConditionEvent(
                        settings, strict, settings.getName() + " is not a record with ignoreUnknownFields = false"));
            }
        };
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetAnnotationOfType(NullMarked.class)
                        .isPresent();
                events.add(new SimpleConditionEvent(
                        type, marked, type.getPackageName() + " has no package-info.java with @NullMarked"));
            }
        };
    }
}
