package dev.quell.console.treatments;

import dev.quell.prompt.PromptTable;
import dev.quell.prompt.audio.AudioFault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an upload came to, as the address has it.
 *
 * @param done a word
 * @param fault a word
 * @param prompt whose recording it was
 * @param is what was measured, a number
 */
public record UploadNote(
        @Nullable String done,
        @Nullable String fault,
        @Nullable String prompt,
        @Nullable String is) {

    private static final List<String> DONE = List.of("taken", "back");
    private static final List<String> FAULTS = Stream.concat(
                    Stream.of("NO_FILE", "TOO_BIG", "DISK", "BUSY", "GONE", "TONE"),
                    Arrays.stream(AudioFault.Why.values()).map(Enum::name))
            .toList();

    /** The same without what it cannot be; empty words for what is not there. */
    UploadNote checked(PromptTable table) {
        return new UploadNote(
                known(done, DONE),
                known(fault, FAULTS),
                prompt != null && table.find(prompt).isPresent() ? prompt : "",
                is != null && is.matches("-?[0-9]{1,6}(\\.[0-9])?") ? is.replace('-', '\u2212') : "");
    }

    private static String known(@Nullable String word, List<String> words) {
        return word != null && words.contains(word) ? word : "";
    }
}
