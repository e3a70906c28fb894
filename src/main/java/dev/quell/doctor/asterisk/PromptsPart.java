package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The recorded prompts: there in each language, in every format, and no longer than their dialogue waits for them. */
final class PromptsPart implements ManagerCheck.Part {

    static final List<String> NAMES = List.of(
            "greeting",
            "listen-1",
            "listen-2",
            "listen-3",
            "challenge",
            "line-fault",
            "media-fault",
            "analysis-intro",
            "analysis-wait",
            "analysis-done",
            "redress",
            "redress-end",
            "flag-noted",
            "flag-undone",
            "sit",
            "digits/0",
            "digits/1",
            "digits/2",
            "digits/3",
            "digits/4",
            "digits/5",
            "digits/6",
            "digits/7",
            "digits/8",
            "digits/9");

    private static final List<String> LANGUAGES = List.of("en", "zh");

    /** Bytes a second of each format. */
    private static final Map<String, Integer> FORMATS = formats();

    private static final int WAV_HEADER = 44;
    private static final String INSTALL = "dialplan/install.sh puts it there";
    private static final int NAMED = 6;

    private final Site.Dialogues dialogues;

    PromptsPart(Site.Dialogues dialogues) {
        this.dialogues = dialogues;
    }

    private static Map<String, Integer> formats() {
        Map<String, Integer> formats = new LinkedHashMap<>();
        formats.put("wav", 16_000);
        formats.put("sln16", 32_000);
        formats.put("alaw", 8_000);
        formats.put("ulaw", 8_000);
        formats.put("g722", 8_000);
        return formats;
    }

    @Override
    public String name() {
        return "prompts";
    }

    @Override
    public void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        if (local.isEmpty()) {
            findings.skipped("they are on another machine", "dialplan/install.sh --check there, as root");
            return;
        }
        for (String language : LANGUAGES) {
            look(findings, language, local.get().prompts(language));
        }
    }

    private void look(Findings findings, String language, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            if (Files.isReadable(folder.resolve("../..").normalize())) {
                findings.fault("there is no folder " + folder, INSTALL);
            } else {
                findings.skipped(
                        folder + " may not be looked at by this user, or the Asterisk is in a chroot",
                        "run quell doctor as root; for a chroot with --asterisk-root DIR");
            }
            return;
        }
        List<String> none = new ArrayList<>();
        List<String> some = new ArrayList<>();
        List<String> tooLong = new ArrayList<>();
        for (String prompt : NAMES) {
            look(folder, prompt, none, some);
            if (isLong(folder, prompt)) {
                tooLong.add(prompt);
            }
        }
        tell(findings, language, none, some, tooLong);
    }

    private static void look(Path folder, String prompt, List<String> none, List<String> some) throws IOException {
        List<String> missing = new ArrayList<>();
        for (String format : FORMATS.keySet()) {
            Path file = folder.resolve(prompt + "." + format);
            if (!Files.isRegularFile(file) || Files.size(file) <= WAV_HEADER) {
                missing.add(prompt + "." + format);
            }
        }
        (missing.size() == FORMATS.size() ? none : some)
                .addAll(missing.size() == FORMATS.size() ? List.of(prompt) : missing);
    }

    private boolean isLong(Path folder, String prompt) throws IOException {
        Duration most = prompt.startsWith("listen-")
                ? dialogues.listen()
                : prompt.equals("challenge") ? dialogues.challenge() : Duration.ofMinutes(1);
        for (Map.Entry<String, Integer> format : FORMATS.entrySet()) {
            Path file = folder.resolve(prompt + "." + format.getKey());
            if (Files.isRegularFile(file) && Files.size(file) * 1000 / format.getValue() > most.toMillis()) {
                return true;
            }
        }
        return false;
    }

    private static void tell(
            Findings findings, String language, List<String> none, List<String> some, List<String> tooLong) {
        if (!none.isEmpty()) {
            findings.fault(
                    language + ": no recording of " + named(none)
                            + "; whoever should hear it hears three tones, or passes",
                    INSTALL + ", or record it: dialplan/sounds/README.md");
        }
        if (!some.isEmpty()) {
            findings.warn(
                    language + ": not in every format: " + named(some),
                    "dialplan/make-sounds.sh makes the others from one; " + INSTALL);
        }
        if (!tooLong.isEmpty()) {
            findings.warn(
                    language + ": longer than the dialogue waits: " + named(tooLong)
                            + "; they are cut off, and the call passes",
                    "record them shorter, or raise quell.treatment.listen.prompt-at-most or .challenge.prompt-at-most");
        }
        if (none.isEmpty() && some.isEmpty() && tooLong.isEmpty()) {
            findings.ok(language + ": all " + NAMES.size() + " in " + String.join(", ", FORMATS.keySet()));
        }
    }

    private static String named(List<String> names) {
        return names.size() <= NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " more";
    }
}
