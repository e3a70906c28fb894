package dev.quell.console.evidence;

import dev.quell.classifier.Language;
import dev.quell.console.shell.FreeText;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody writes who wants a pack.
 *
 * @param who gets it
 * @param file the number of the case; may be empty
 * @param reason why it is made
 * @param language of what is for people, {@code en} or {@code zh}
 * @param faults the names of the fields that cannot be
 */
record PackForm(String who, String file, String reason, String language, Set<String> faults) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_FILE = 40;
    private static final int LONGEST_REASON = 150;

    PackForm {
        faults = Set.copyOf(faults);
    }

    /** One that is empty yet. */
    static PackForm blank(String language) {
        return new PackForm("", "", "", language, Set.of());
    }

    /** As it was sent. */
    static PackForm sent(Map<String, String> fields, String language) {
        String who = fields.getOrDefault("who", "");
        String file = fields.getOrDefault("file", "");
        String reason = fields.getOrDefault("reason", "");
        Set<String> faults = new LinkedHashSet<>();
        if (FreeText.read(who, LONGEST_NAME).isEmpty()) {
            faults.add("who");
        }
        if (!file.isBlank() && FreeText.read(file, LONGEST_FILE).isEmpty()) {
            faults.add("file");
        }
        if (FreeText.read(reason, LONGEST_REASON).isEmpty()) {
            faults.add("reason");
        }
        return new PackForm(who, file, reason, fields.getOrDefault("language", language), faults);
    }

    /** Who gets it, as the chain keeps it. */
    String receiver() {
        return who.strip();
    }

    /** Case and reason in one, as the chain keeps it. */
    String why() {
        return why(file, reason);
    }

    /** Case and reason in one. */
    static String why(String file, String reason) {
        return Optional.of(file.strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> text + ": ")
                        .orElse("")
                + reason.strip();
    }

    /** The language of what is for people. */
    Language tongue() {
        return language.equals("zh") ? Language.CHINESE : Language.ENGLISH;
    }
}
