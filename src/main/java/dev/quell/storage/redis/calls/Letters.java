package dev.quell.storage.redis.calls;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Words of a closed set as one letter each, by their place in it: the order of these words is a stored form, new ones go to the end. A letter that is not
 * known, of a newer Quell, is passed over.
 */
final class Letters {

    private Letters() {}

    @SuppressWarnings("EnumOrdinal") // The order is the stored form.
    static char of(Enum<?> word) {
        return (char) ('a' + word.ordinal());
    }

    static String of(Collection<? extends Enum<?>> words) {
        StringBuilder letters = new StringBuilder(words.size());
        words.stream().sorted().forEach(word -> letters.append(of(word)));
        return letters.toString();
    }

    /** The word of a text that is one letter. */
    static <E extends Enum<E>> E word(String letter, E otherwise) {
        E[] words = otherwise.getDeclaringClass().getEnumConstants();
        int place = letter.isEmpty() ? -1 : letter.charAt(0) - 'a';
        return place >= 0 && place < words.length ? words[place] : otherwise;
    }

    /** The words of a text of letters. */
    static <E extends Enum<E>> Set<E> words(String letters, Class<E> kind) {
        E[] words = kind.getEnumConstants();
        Set<E> read = EnumSet.noneOf(kind);
        letters.chars()
                .map(letter -> letter - 'a')
                .filter(place -> place >= 0 && place < words.length)
                .forEach(place -> read.add(words[place]));
        return read;
    }
}
