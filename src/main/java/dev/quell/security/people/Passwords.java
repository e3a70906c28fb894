package dev.quell.security.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the hashes of passwords: bcrypt over the password's SHA-256, as bcrypt reads 72 bytes alone. One at a time on a thread of its own,
 * so that however many sign in, calls are screened; who is known goes before strangers.
 */
@Component
public final class Passwords implements DisposableBean {

    private static final String WAY = "{sha256-bcrypt}";

    private final PasswordEncoder bcrypt;
    private final PasswordHash nobodys;
    private final PasswordQueue queue = new PasswordQueue("quell-passwords");

    @Autowired
    public Passwords(PeopleSettings settings) {
        this(new BCryptPasswordEncoder(settings.passwordCost()));
    }

    Passwords(PasswordEncoder bcrypt) {
        this.bcrypt = bcrypt;
        this.nobodys = new PasswordHash(WAY + bcrypt.encode("nobody"));
    }

    /** A password's hash, for somebody who is known. */
    public PasswordHash hash(String password) throws TooBusyException {
        return queue.work(Turn.KNOWN, () -> new PasswordHash(WAY + bcrypt.encode(digest(password))));
    }

    /** Whether it is the password. */
    public boolean matches(String password, PasswordHash hash, Turn turn) throws TooBusyException {
        String encoded = hash.encoded();
        return encoded.startsWith(WAY)
                && queue.work(turn, () -> bcrypt.matches(digest(password), encoded.substring(WAY.length())));
    }

    /** Takes as long as {@link #matches}, for an account that there is not. */
    public void matchNobody(String password) throws TooBusyException {
        matches(password, nobodys, Turn.STRANGER);
    }

    private static String digest(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void destroy() {
        queue.close();
    }
}
