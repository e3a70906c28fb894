package dev.quell.storage.backup;

import dev.quell.storage.sqlite.DatabaseFiles;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/** Which files of a data directory a copy holds. */
final class Names {

    private static final Pattern KEPT =
            Pattern.compile("(api-token|asterisk-token|evidence-key|journal/[A-Za-z0-9_-][A-Za-z0-9._-]*)");

    private Names() {}

    /** Whether a file beside the database belongs into a copy: the tokens and the journal. */
    static boolean kept(String name) {
        return KEPT.matcher(name).matches();
    }

    /** Whether a copy may hold an entry of that name; no other is written anywhere. */
    static boolean known(String name) {
        return kept(name) || name.equals(DatabaseFiles.NAME);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
