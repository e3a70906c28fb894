package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListRefusal;
import dev.quell.call.Attestation;
import dev.quell.call.CallOutcome;
import dev.quell.call.Line.BlockedPolicy;
import dev.quell.call.Line.ListenPolicy;
import dev.quell.call.Profile;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.classifier.Family;
import dev.quell.console.shell.Place;
import dev.quell.console.shell.Theme;
import dev.quell.console.verdict.Terms;
import dev.quell.doctor.finding.Level;
import dev.quell.evidence.desk.LogWork;
import dev.quell.evidence.desk.PackWork;
import dev.quell.flag.FlagReason;
import dev.quell.prompt.Voice;
import dev.quell.prompt.audio.AudioFault;
import dev.quell.reporting.schedule.Rhythm;
import dev.quell.reporting.schedule.ScheduleFault;
import dev.quell.reporting.sending.SentMail;
import dev.quell.screening.ScreeningSettings.Mode;
import dev.quell.security.audit.Deed;
import dev.quell.security.login.OwnPassword;
import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Role;
import dev.quell.security.people.Way;
import dev.quell.treatment.script.Script;
import dev.quell.treatment.script.Stage;
import dev.quell.tuning.trial.Trial;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages' texts are complete in both languages, and none is left over. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    /** A key, or the beginning of keys that ends in a dot, between quotes or in #{…}. */
    private static final Pattern LITERAL =
            Pattern.compile("[\"'{]([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)(?=[\"'(}])");

    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)");
    /** Where a template puts a key together. */
    private static final Pattern COMPOSED = Pattern.compile("#\\{\\$\\{'([a-z][a-z.-]*\\.)' \\+");

    private static final Pattern PLACE = Pattern.compile("\\{[0-9]}");

    private final Map<String, String> english = texts("en");
    private final Map<String, String> chinese = texts("zh");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(english).isNotEmpty();
        assertThat(chinese.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaces() {
        english.forEach((key, text) ->
                assertThat(places(chinese.getOrDefault(key, ""))).as(key).isEqualTo(places(text)));
    }

    @Test
    void chineseTextsAreChinese() {
        assertThat(chinese.entrySet().stream()
                        .filter(text -> text.getValue().codePoints().noneMatch(Character::isIdeographic))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void noTextHasAQuoteOfItsOwnMeaning() {
        assertThat(Stream.concat(english.entrySet().stream(), chinese.entrySet().stream())
                        .filter(text -> text.getValue().contains("'"))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void everyKeyThatATemplateAsksForIsThere() {
        Set<String> missing = new TreeSet<>();
        templates().forEach(template -> {
            Matcher asked = ASKED.matcher(read(template));
            while (asked.find()) {
                if (!english.containsKey(asked.group(1))) {
                    missing.add(RESOURCES.relativize(template) + ": " + asked.group(1));
                }
            }
        });
        assertThat(missing).isEmpty();
    }

    /** Where templates put a key together, all that it can become. */
    static Stream<Arguments> composed() {
        return Stream.of(
                composed("audit.deed.", Deed.values(), Deed::word),
                composed("people.role.", Role.values(), Role::word),
                composed("people.way.", new Way[] {Way.OIDC, Way.LDAP}, Way::word),
                composed("login.told.", TurnedAway.Why.values(), TurnedAway.Why::word),
                composed("password.fault.", PasswordRules.Fault.values(), TextsTest::lower),
                composed("password.fault.", OwnPassword.Fault.values(), OwnPassword.Fault::word),
                composed("evidence.log.", LogWork.State.values(), Enum::name),
                composed("evidence.work.MAKE.", PackWork.State.values(), Enum::name),
                composed("evidence.work.CHECK.", PackWork.State.values(), Enum::name),
                composed("rules.family.", Family.values(), Enum::name),
                composed("rules.trial.", Trial.State.values(), Enum::name),
                composed("reports.every.", Rhythm.values(), Enum::name),
                composed("reports.fault.", ScheduleFault.values(), Enum::name),
                composed("reports.state.", SentMail.State.values(), Enum::name),
                composed("treatments.profile.", Profile.values(), Enum::name),
                composed("treatments.listen.", ListenPolicy.values(), Enum::name),
                composed("treatments.blocked.", BlockedPolicy.values(), Enum::name),
                composed("treatments.script.", Script.Kind.values(), Enum::name),
                composed("treatments.script.help.", Script.Kind.values(), Enum::name),
                composed("treatments.stage.", Stage.What.values(), Enum::name),
                composed("treatments.fault.", AudioFault.Why.values(), Enum::name),
                composed("treatments.level.", Level.values(), Enum::name),
                composed("treatments.voice.", Voice.values(), Voice::word),
                composed("word.action.", Action.values(), Enum::name),
                composed("word.done.", Action.values(), Enum::name),
                composed("word.would.", Action.values(), Enum::name),
                composed("word.class.", CallClass.values(), Enum::name),
                composed("word.outcome.", CallOutcome.values(), Enum::name),
                composed("word.attestation.", Attestation.values(), Enum::name),
                composed("word.flag.", FlagReason.values(), Enum::name),
                composed("word.term.", Terms.values(), Enum::name),
                composed("verdict.entry.", ListKind.values(), Enum::name),
                composed("call.undo.", ListKind.values(), Enum::name),
                composed("call.fault.", ListRefusal.Why.values(), Enum::name),
                composed("lists.note.", ListRefusal.Why.values(), Enum::name),
                composed(
                        "lists.hand.",
                        new Deed[] {Deed.ACCOUNT_MADE, Deed.ACCOUNT_CHANGED, Deed.PASSWORD_SET},
                        Deed::word),
                composed("shell.mode.", Mode.values(), Enum::name),
                composed("shell.mode.", Mode.values(), mode -> mode.name() + ".help"),
                composed("shell.theme.", Theme.values(), Enum::name),
                composed("shell.nav.", Place.values(), TextsTest::lower));
    }

    private static <E> Arguments composed(String start, E[] all, Function<E, String> end) {
        return Arguments.of(start, Arrays.stream(all).map(end).toList());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("composed")
    void whatKeysArePutTogetherOfIsThere(String start, List<String> ends) {
        assertThat(english.keySet())
                .containsAll(ends.stream().map(end -> start + end).toList());
    }

    @Test
    void everyBeginningOfAKeyThatTemplatesPutTogetherHasKeys() {
        assertThat(templates().stream()
                        .flatMap(template -> COMPOSED.matcher(read(template)).results())
                        .map(start -> start.group(1))
                        .filter(start -> english.keySet().stream().noneMatch(key -> key.startsWith(start))))
                .isEmpty();
    }

    /** The text of a key in English. */
    static String english(String key, Object... values) {
        return new MessageFormat(texts("en").get(key), Locale.ENGLISH).format(values);
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> used = literals();
        assertThat(english.keySet().stream().filter(key -> !used(key, used))).isEmpty();
    }

    private static boolean used(String key, Set<String> literals) {
        return literals.contains(key)
                || literals.stream().anyMatch(start -> start.endsWith(".") && key.startsWith(start));
    }

    private static Set<String> literals() {
        Set<String> found = new TreeSet<>();
        Stream.concat(templates().stream(), sources().stream()).forEach(file -> {
            Matcher literal = LITERAL.matcher(read(file));
            while (literal.find()) {
                found.add(literal.group(1));
            }
        });
        return found;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(place -> place.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> templates() {
        return files(RESOURCES.resolve("templates"), ".html");
    }

    private static List<Path> sources() {
        return Stream.of("console", "security", "reporting")
                .flatMap(module -> files(Path.of("src/main/java/dev/quell", module), ".java").stream())
                .toList();
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> texts = new TreeMap<>();
        files(RESOURCES.resolve("messages"), "_" + language + ".properties").forEach(file -> {
            Properties read = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                read.load(in);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            read.stringPropertyNames().forEach(key -> {
                String before = texts.put(key, read.getProperty(key));
                assertThat(before).as("%s is there twice", key).isNull();
            });
        });
        return texts;
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
