package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;

import example.settings.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

class ConfigCheckTest {
    private static final String DEFAULTS = """
            quell:
              screening: { mode: observe, journal-wait: 20ms, talk: { standard: 128 } }
              blocklist:
                guarded: []
                ladder: { terms: [24h, 7d], confirm-over: 7d }
              call:
                lines: {}
                weights: {}
            """;

    private final ConfigCheck check =
            ConfigCheck.of(SampleSettings.Screening.class, SampleSettings.BlockList.class, SampleSettings.Call.class);
    private final StandardEnvironment environment = new StandardEnvironment();

    @TempDir
    Path folder;

    @BeforeEach
    void defaults() throws IOException {
        environment.getPropertySources().addLast(yaml("defaults.yml", DEFAULTS));
    }

    @Test
    void rightSettingsHaveNoFault() throws IOException {
        assertThat(faultsOf("""
                        quell:
                          screening: { mode: ENFORCE, journalWait: 1s }
                          blocklist.ladder.terms: 1h, 90d
                          call:
                            notes: /tmp/notes
                            lines: { crisis: { numbers: ["+8612355"], mode: enforce } }
                            weights: { CLI_WITHHELD: 0.3 }
                        server.port: 8427
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    screning.mode: observe            | quell.screning.mode                | unknown key; did you mean quell.screening.mode?
                    screening.mdoe: observe           | quell.screening.mdoe               | unknown key; did you mean quell.screening.mode?
                    mode: observe                     | quell.mode                         | unknown key; did you mean quell.screening.mode?
                    blocklist.laddr.trems: 1h         | quell.blocklist.laddr.trems        | unknown key; did you mean quell.blocklist.ladder.terms?
                    screening.colour: red             | quell.screening.colour             | unknown key; quell.screening has mode, journal-wait, holdout, talk
                    screening.mode.x: 1               | quell.screening.mode.x             | quell.screening.mode takes one value, there are no keys under it
                    blocklist.ladder.terms.a: 1h      | quell.blocklist.ladder.terms.a     | quell.blocklist.ladder.terms is a list; write [a, b] or lines that begin with -
                    screening: enforce                | quell.screening                    | is a section, not a value; its keys are mode, journal-wait, holdout, talk
                    call.lines: all                   | quell.call.lines                   | takes names with what belongs to them, not a value
                    call.lines.a.nmbers: 1            | quell.call.lines.a.nmbers          | unknown key; did you mean quell.call.lines.a.numbers?
                    """)
    void aKeyThatMeansNothingIsNamedWithItsNearest(String line, String key, String what) throws IOException {
        assertThat(faultsOf("quell." + line)).contains(key + ": " + what + " (" + folder + "/site.yml:1)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    screening.mode: obsrve               | quell.screening.mode                | 'obsrve' is none of observe, enforce; did you mean observe?
                    screening.mode: off                  | quell.screening.mode                | 'false' is none of observe, enforce
                    screening.journal-wait: 25x          | quell.screening.journal-wait        | '25x' is not a duration; write 500ms, 8s, 10m, 24h or 7d
                    screening.journal-wait: -1s          | quell.screening.journal-wait        | '-1s' is negative; a duration begins at 0s
                    screening.journal-wait: 20           | quell.screening.journal-wait        | '20' has no unit; write 20ms, 20s or 20m
                    screening.holdout: much              | quell.screening.holdout             | 'much' is not a number
                    screening.talk.standard: 1.5         | quell.screening.talk.standard       | '1.5' is not a whole number
                    screening.journal-wait: ${wait}      | quell.screening.journal-wait        | there is no key for the placeholder ${wait}
                    screening.talk.standard: -1          | quell.screening.talk                | standard lies between 0 and 32767, it is -1
                    blocklist.ladder.terms: [1h, 25x]    | quell.blocklist.ladder.terms[1]     | '25x' is not a duration; write 500ms, 8s, 10m, 24h or 7d
                    blocklist.ladder.terms: [1h, 91d]    | quell.blocklist.ladder              | terms may not be longer than 90d
                    call.weights.CLI_OWN: heavy          | quell.call.weights.CLI_OWN          | 'heavy' is not a number
                    call.lines.a.mode: enforce           | quell.call.lines.a.numbers          | is missing; it takes a list
                    call.lines.a: { numbers: ["+1"], mode: x }   | quell.call.lines.a.mode     | 'x' is none of observe, enforce
                    call.notes: ${home-of-notes}         | quell.call.notes                    | there is no key for the placeholder ${home-of-notes}
                    """)
    void aValueThatCannotBeIsNamedWithWhatWouldBeRight(String line, String key, String what) throws IOException {
        assertThat(faultsOf("quell." + line)).singleElement().asString().startsWith(key + ": " + what);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    server.prot: 99                        | server.prot                       | unknown key; did you mean server.port?
                    server.tomcat.threds.max: 9            | server.tomcat.threds.max          | unknown key; did you mean server.tomcat.threads.max?
                    server.port: abc                       | server.port                       | 'abc' is not a whole number
                    server.tomcat.connection-timeout: soon | server.tomcat.connection-timeout  | 'soon' is not a duration; write 500ms, 8s, 10m, 24h or 7d
                    server.shutdown: gracefull             | server.shutdown                   | 'gracefull' is none of graceful, immediate; did you mean graceful?
                    logging.levle.root: info               | logging.levle.root                | unknown key; did you mean logging.level.root?
                    """)
    void springsOwnSectionsAreLookedAtToo(String line, String key, String what) throws IOException {
        assertThat(faultsOf(line)).containsExactly(key + ": " + what + " (" + folder + "/site.yml:1)");
    }

    @Test
    void whatSpringHasOrDoesNotDescribeHasNoFault() throws IOException {
        assertThat(faultsOf("""
                        server: { port: 0, forwardHeadersStrategy: native, servlet.session.cookie.same-site: strict }
                        logging.level: { dev.quell: debug, root: off }
                        logging.file.name: /tmp/quell.log
                        management.health.mine.enabled: false
                        management.endpoints.web.exposure.include: [health, info]
                        management.metrics.tags.site: one
                        spring.config.activate.on-profile: demo
                        spring.data.redis: { url: "redis://127.0.0.1:6379", timeout: 80ms, sentinel.nodes: [a, b] }
                        """)).isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnceWithTheirLines() throws IOException {
        assertThat(faultsOf("""
                        quell:
                          screning: { mode: enforce }
                          blocklist:
                            ladder:
                              terms: [24h, 25x, nine]
                        quel:
                          screening.mode: enforce
                        """))
                .containsExactly(
                        "quel: unknown key; did you mean quell? (" + folder + "/site.yml:7)",
                        "quell.blocklist.ladder.terms[1]: '25x' is not a duration; write 500ms, 8s, 10m, 24h or 7d ("
                                + folder + "/site.yml:5)",
                        "quell.blocklist.ladder.terms[2]: 'nine' is not a duration; write 500ms, 8s, 10m, 24h or 7d ("
                                + folder + "/site.yml:5)",
                        "quell.screning.mode: unknown key; did you mean quell.screening.mode? (" + folder
                                + "/site.yml:2)");
    }

    @Test
    void aRecordMayRefuseWithSeveralSentencesThatNameTheirKeys() throws IOException {
        assertThat(faultsOf("""
                        quell.call.notes: /tmp
                        quell.call.lines:
                          a: { numbers: ["1"] }
                          b: { numbers: ["2"] }
                        """))
                .containsExactly(
                        "quell.call.lines: one is enough (" + folder + "/site.yml:3)",
                        "quell.call.notes: says nothing of the lines (" + folder + "/site.yml:1)");
    }

    @Test
    void aBadValueHidesNoOtherFaultOfItsSection() throws IOException {
        assertThat(faultsOf("""
                        quell.screening:
                          mode: obsrve
                          talk.standard: -1
                        quell.blocklist.ladder: { terms: [91d, 1h], confirm-over: soon }
                        """))
                .containsExactly(
                        "quell.blocklist.ladder: terms may not be longer than 90d (" + folder + "/site.yml:4)",
                        "quell.blocklist.ladder.confirm-over: 'soon' is not a duration; write 500ms, 8s, 10m, 24h or 7d"
                                + " (" + folder + "/site.yml:4)",
                        "quell.screening.mode: 'obsrve' is none of observe, enforce; did you mean observe? (" + folder
                                + "/site.yml:2)",
                        "quell.screening.talk: standard lies between 0 and 32767, it is -1 (" + folder
                                + "/site.yml:3)");
    }

    @ParameterizedTest
    @CsvSource({"sever.port, sever, server", "loging.level.root, loging, logging", "qwell.x, qwell, quell"})
    void aTopKeyThatResemblesAKnownOneIsAFault(String line, String key, String meant) throws IOException {
        assertThat(faultsOf(line + ": x"))
                .containsExactly(key + ": unknown key; did you mean " + meant + "? (" + folder + "/site.yml:1)");
    }

    @Test
    void aTopKeyThatResemblesNothingIsTheSitesOwn() throws IOException {
        assertThat(faultsOf("acme.key: x")).isEmpty();
    }

    @Test
    void aNameThatTheSiteChoosesKeepsItsLetters() throws IOException {
        environment.getPropertySources().addFirst(yaml("site.yml", "quell.call.weights: { CLI_OWN: 1, a-b: 2 }"));

        assertThat(Binder.get(environment)
                        .bind("quell.call", SampleSettings.Call.class)
                        .get()
                        .weights())
                .containsOnlyKeys("CLI_OWN", "a-b");
    }

    @Test
    void aSettingThatIsNowhereIsMissing() {
        environment.getPropertySources().remove("defaults.yml");

        assertThat(faults())
                .containsExactly(
                        "quell.blocklist.guarded: is missing; it takes a list",
                        "quell.blocklist.ladder.confirm-over: is missing; it takes a duration such as 500ms, 8s, 10m, 24h or 7d",
                        "quell.blocklist.ladder.terms: is missing; it takes a list",
                        "quell.call.lines: is missing; it takes a section of keys",
                        "quell.call.weights: is missing; it takes a section of keys",
                        "quell.screening.journal-wait: is missing; it takes a duration such as 500ms, 8s, 10m, 24h or 7d",
                        "quell.screening.mode: is missing; it takes one of observe, enforce",
                        "quell.screening.talk.standard: is missing; it takes a whole number");
    }

    @Test
    void valuesAreShownWithoutControlCharactersAndShort() throws IOException {
        assertThat(faultsOf("quell.screening.holdout: \"a\\u0007" + "b".repeat(100) + "\""))
                .singleElement()
                .asString()
                .startsWith("quell.screening.holdout: 'a " + "b".repeat(58) + "…' is not a number (");
    }

    @Test
    void theEnvironmentsForeignNamesAreNoFaultsAndResemblingOnesAWarning() {
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "QUELL_SCREENING_MOD",
                                        "x",
                                        "QUELL_TOKEN",
                                        "x",
                                        "QUELL_SCREENING_HOLDOUT",
                                        "0")));

        assertThat(faults()).isEmpty();
        assertThat(check.warnings(environment))
                .containsExactly("QUELL_SCREENING_MOD names no setting; did you mean quell.screening.mode?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:mysql://db/quell?password=secret", "postgresql://db/quell", "db.example.net"})
    void aRecordThatIsNoPostgresqlIsAFaultThatRepeatsNoPassword(String url) throws IOException {
        assertThat(faultsOf("spring.datasource.url: \"" + url + "\""))
                .containsExactly(
                        "spring.datasource.url: names no PostgreSQL; write jdbc:postgresql://host/database, or leave it out"
                                + " where one instance works alone (" + folder + "/site.yml:1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/quell", "jdbc:postgresql:quell", ""})
    void aRecordInPostgresqlOrNoneIsRight(String url) throws IOException {
        assertThat(faultsOf("spring.datasource.url: \"" + url + "\"")).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(check.checkFiles(List.of(folder.resolve("no.yml"))))
                .singleElement()
                .asString()
                .isEqualTo(folder + "/no.yml: there is no such file, or it may not be read");
    }

    @Test
    void aFileThatIsNotYamlIsSaidWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("site.yml"), "quell:\n\tscreening: x\n");

        assertThat(check.checkFiles(List.of(file)))
                .singleElement()
                .asString()
                .contains("not YAML: found character '\\t(TAB)' that cannot start any token")
                .endsWith("indent with blanks, not with tabs (" + file + ", line 2, column 1)");
    }

    private List<String> faultsOf(String site) throws IOException {
        environment.getPropertySources().addFirst(yaml("site.yml", site));
        return faults();
    }

    private List<String> faults() {
        return check.check(environment).stream().map(SettingsFault::toString).toList();
    }

    private PropertySource<?> yaml(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return new YamlPropertySourceLoader()
                .load(name, new FileSystemResource(file))
                .getFirst();
    }
}
