package dev.quell.security.login;

import dev.quell.security.Network;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Accounts;
import dev.quell.share.RateLimits;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sign-ins that failed: all are counted; some of each address and account are noted in the audit and in the log, so that whoever tries on fills no disk, and
 * hides no one else's attempts either.
 */
@Component
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Noted one by one of one network that tries one account; names that no account has count as one. */
    private static final int OF_ONE = 30;

    /** Noted one by one of everybody. */
    private static final int OF_ALL = 1000;

    /** Noted one by one of each account whatever else is tried: nobody hides what is tried on one by trying many. */
    private static final int OF_ACCOUNT = 10;

    private static final Duration PER = Duration.ofHours(1);

    private final Accounts accounts;
    private final Audit audit;
    private final RateLimits limits;
    private final Counter wrong;
    private final Counter refused;
    private final AtomicLong leftOut = new AtomicLong();

    Failures(Accounts accounts, Audit audit, RateLimits limits, MeterRegistry meters) {
        this.accounts = accounts;
        this.audit = audit;
        this.limits = limits;
        this.wrong = counter(meters, "wrong");
        this.refused = counter(meters, "refused");
    }

    private static Counter counter(MeterRegistry meters, String why) {
        return Counter.builder("quell.sign.in.failures")
                .description("sign-ins that failed: wrong, or refused since there were too many")
                .tag("why", why)
                .register(meters);
    }

    /** Notes one. What was typed as a name is kept if an account has it only: it may have been the password. */
    void note(HttpServletRequest request, boolean tooOften) {
        (tooOften ? refused : wrong).increment();
        String address = request.getRemoteAddr();
        String typed = request.getParameter("name");
        String name = SignIn.name(typed == null ? "" : typed);
        String subject = accounts.find(name).isPresent() ? name : "";
        if (isTooMuch(subject, address)) {
            leftOut.incrementAndGet();
            return;
        }
        long others = leftOut.getAndSet(0);
        String why = (tooOften ? "too often" : "does not fit") + (others == 0 ? "" : "; " + others + " more not noted");
        audit.note("", Deed.SIGN_IN_FAILED, subject, "", why, address);
        LOG.warn("A sign-in from {} failed: {}", address, why);
    }

    private boolean isTooMuch(String subject, String address) {
        if (limits.ask("sign-in-noted:" + subject + ":" + Network.of(address), OF_ONE, PER)
                .isPositive()) {
            return true;
        }
        boolean own = !subject.isEmpty()
                && limits.ask("sign-in-noted-of:" + subject, OF_ACCOUNT, PER).isZero();
        return !own && limits.ask("sign-in-noted-of-all", OF_ALL, PER).isPositive();
    }
}
