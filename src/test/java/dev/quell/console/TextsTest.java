package dev.quell.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages' texts are complete in both languages, and none is left over. */
class TextsTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    /** A key, or the beginning of keys that ends in a dot, between quotes or in #{…}. */
    private static final Pattern LITERAL =
            Pattern.compile("[\"'{]([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)*\\.?)(?=[\"'(}])");

    private static final Pattern ASKED = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)");
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
        return Stream.of("console", "security")
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
