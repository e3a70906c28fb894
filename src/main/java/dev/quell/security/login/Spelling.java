package dev.quell.security.login;

import java.text.Normalizer;
import java.util.Locale;

/** One form for all ways to write a person's name to a directory: {@code CORP\Li.Na}, {@code li.na@corp.example} and {@code LÍ.NA} are {@code li.na}. */
final class Spelling {

    private Spelling() {}

    /** The name without domain, capitals, blanks, accents and what does not show; names that a directory tells apart may have one form. */
    static String folded(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKD);
        String name = plain.substring(plain.lastIndexOf('\\') + 1);
        int at = name.indexOf('@');
        return (at > 0 ? name.substring(0, at) : name)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}._-]", "");
    }
}
