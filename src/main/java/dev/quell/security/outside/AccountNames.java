package dev.quell.security.outside;

import dev.quell.security.people.Account;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How accounts of another service's people are called here. */
final class AccountNames {

    private static final int LONGEST = 32;
    private static final int LONGEST_FULL = 80;
    /** Of so many people of one name each has an account. */
    private static final int MOST = 999;

    private AccountNames() {}

    /** What an account may be named, the best first: as the service has it before an {@code @}, then with a number. */
    static Stream<String> of(String name) {
        String plain = plain(name);
        return Stream.concat(Stream.of(plain), IntStream.rangeClosed(2, MOST).mapToObj(number -> plain + "." + number))
                .filter(Account::isName);
    }

    private static String plain(String name) {
        int at = name.indexOf('@');
        String local = at > 0 ? name.substring(0, at) : name;
        String letters = Normalizer.normalize(local, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[^a-z]+", "")
                .replaceAll("[._-]+$", "");
        String begun = letters.length() < 2 ? "person" : letters;
        return begun.length() > LONGEST ? begun.substring(0, LONGEST) : begun;
    }

    /** As a person is addressed, of what the service says; the account's name if that is nothing that can be shown. */
    static String full(String told, String account) {
        String shown = told.codePoints()
                .filter(letter -> Account.isFullName(Character.toString(letter)) || Character.isSpaceChar(letter))
                .limit(LONGEST_FULL)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return Account.isFullName(shown) ? shown : account;
    }
}
