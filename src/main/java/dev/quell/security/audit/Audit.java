package dev.quell.security.audit;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keeps what people do. Durable when a method returns; if it cannot be kept the request fails, and whoever made it sees so. */
@Component
public final class Audit {

    private final AuditLog log;
    private final Clock clock;

    public Audit(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Notes what the person does whose request this thread serves.
     *
     * @param subject on what, for example {@code blocklist 17 +8613800138000}
     * @param before how it was, in short; empty if it was not
     * @param after how it is, in short; empty if it is no more
     */
    public void note(Deed what, String subject, String before, String after) {
        log.add(entry(what, subject, before, after));
    }

    /** What {@link #note(Deed, String, String, String)} would note, for a store that keeps it together with the deed. */
    public AuditEntry entry(Deed what, String subject, String before, String after) {
        return new AuditEntry(0, clock.instant(), who(), what, subject, before, after, address());
    }

    /**
     * Notes what somebody does.
     *
     * @param who the person's id; empty if nobody is signed in
     * @param from the address that the request came from; empty for a command on the machine itself
     */
    public void note(String who, Deed what, String subject, String before, String after, String from) {
        log.add(new AuditEntry(0, clock.instant(), who, what, subject, before, after, from));
    }

    private static String who() {
        Authentication by = SecurityContextHolder.getContext().getAuthentication();
        return by != null && by.isAuthenticated() && !(by instanceof AnonymousAuthenticationToken) ? by.getName() : "";
    }

    private static String address() {
        return Optional.ofNullable(RequestContextHolder.getRequestAttributes())
                .filter(ServletRequestAttributes.class::isInstance)
                .map(ServletRequestAttributes.class::cast)
                .map(asked -> asked.getRequest().getRemoteAddr())
                .orElse("");
    }
}
