package dev.quell.security.pairs;

import dev.quell.security.people.Account;
import dev.quell.security.people.Identity;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What two accounts of one person have in common. */
public enum Likeness {
    /** The account's name, apart from the number that a second one of a name gets; of a directory's person it is the mail address before its {@code @}. */
    NAME,
    /** As the person is addressed: letters, capitals, accents and the order of the names apart. */
    FULL_NAME,
    /** Whom another service vouches for. */
    IDENTITY;

    /** What two accounts have in common; empty if nothing. */
    static Optional<Likeness> between(Account one, Account other) {
        return Arrays.stream(values()).filter(each -> each.joins(one, other)).findFirst();
    }

    private boolean joins(Account one, Account other) {
        return switch (this) {
            case NAME -> plain(one.name()).equals(plain(other.name()));
            case FULL_NAME -> words(one.fullName()).equals(words(other.fullName()));
            case IDENTITY ->
                one.identity()
                        .map(Identity::subject)
                        .filter(subject -> other.identity()
                                .filter(its -> its.subject().equals(subject))
                                .isPresent())
                        .isPresent();
        };
    }

    private static String plain(String name) {
        String bare = name.replaceFirst("\\.[0-9]{1,3}$", "").replaceAll("[._-]", "");
        return bare.isEmpty() ? name : bare;
    }

    private static String words(String fullName) {
        String letters = Normalizer.normalize(fullName, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        String sorted = Arrays.stream(letters.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
        return sorted.isEmpty() ? letters : sorted;
    }
}
