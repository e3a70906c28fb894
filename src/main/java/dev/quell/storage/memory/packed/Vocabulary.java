package dev.quell.storage.memory.packed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for words that come again and again. A word gets one when it is met for the second time within a while and there is room; until then it is
 * written out, so that whoever invents a new word each time fills nothing. A number once given stays.
 */
final class Vocabulary {

    private static final int LONGEST = 256;
    private static final int WAITING = 1 << 13;
    private static final int WAITING_SHIFT = 32 - 13;

    private final int most;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable String> words;
    /** Checksums of words that were met once; a later word may take the place. */
    private final AtomicIntegerArray met = new AtomicIntegerArray(WAITING);

    /** For so many words at most, of 256 characters at most. */
    Vocabulary(int most) {
        this.most = most;
        this.words = new AtomicReferenceArray<>(most);
    }

    /** Writes a word, by its number where it has one. */
    void write(String word, PackWriter out) {
        Integer number = numbers.get(word);
        if (number == null && word.length() <= LONGEST && numbers.size() < most && metBefore(word)) {
            number = admit(word);
        }
        if (number == null) {
            out.number(0).text(word);
        } else {
            out.number(number + 1L);
        }
    }

    private boolean metBefore(String word) {
        int sum = (word.hashCode() * 0x9E3779B9) | 1;
        return met.getAndSet(sum >>> WAITING_SHIFT, sum) == sum;
    }

    private synchronized @Nullable Integer admit(String word) {
        Integer known = numbers.get(word);
        if (known != null || numbers.size() >= most) {
            return known;
        }
        int number = numbers.size();
        words.set(number, word);
        numbers.put(word, number);
        return number;
    }

    /** Reads what {@link #write} wrote. */
    String read(PackReader in) {
        int number = (int) in.number();
        if (number == 0) {
            return in.text();
        }
        String word = words.get(number - 1);
        if (word == null) {
            throw new IllegalStateException("no word has the number " + (number - 1));
        }
        return word;
    }

    /** Passes over a word. */
    static void skip(PackReader in) {
        if (in.number() == 0) {
            in.skipText();
        }
    }

    /** How many words have a number. */
    int size() {
        return numbers.size();
    }
}
