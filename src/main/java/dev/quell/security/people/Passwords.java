package dev.quell.security.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Makes and checks the hashes of passwords: bcrypt over the password's SHA-256, as bcrypt reads 72 bytes alone. One at a time on a thread of its own,
 * so that however many sign in, calls are screened.
 */
@Component
public final class Passwords implements DisposableBean {

    private static final String WAY = "{sha256-bcrypt}";
    private static final int WAITING = 32;

    private final BCryptPasswordEncoder bcrypt;
    private final PasswordHash nobodys;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("quell-passwords").daemon().factory());

    public Passwords(PeopleSettings settings) {
        this.bcrypt = new BCryptPasswordEncoder(settings.passwordCost());
        this.nobodys = new PasswordHash(WAY + bcrypt.encode("nobody"));
        thread.allowCoreThreadTimeOut(true);
    }

    /** A password's hash. */
    public PasswordHash hash(String password) throws TooBusyException {
        return work(() -> new PasswordHash(WAY + bcrypt.encode(digest(password))));
    }

    /** Whether it is the password. */
    public boolean matches(String password, PasswordHash hash) throws TooBusyException {
        String encoded = hash.encoded();
        return encoded.startsWith(WAY) && work(() -> bcrypt.matches(digest(password), encoded.substring(WAY.length())));
    }

    /** Takes as long as {@link #matches}, for an account that there is not. */
    public void matchNobody(String password) throws TooBusyException {
        matches(password, nobodys);
    }

    private <T> T work(Callable<T> work) throws TooBusyException {
        try {
            return thread.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new TooBusyException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TooBusyException(e);
        }
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
        thread.shutdownNow();
    }
}
