package dev.quell.security.masking;

import dev.quell.call.CallerNumber;
import dev.quell.call.CallerNumber.E164;
import dev.quell.call.CallerNumber.Invalid;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Shows single numbers whole to people who do not see numbers whole, for a reason that is kept. */
@Component
public final class Reveals {

    private final Audit audit;
    private final Clock clock;

    Reveals(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Tells a number whole, once the reason is durable in the audit log.
     *
     * @param subject where the number stands
     * @param reason in words
     */
    public String tell(CallerNumber caller, String subject, String reason) {
        audit.note(Deed.UNMASKED, subject, "", reason);
        return caller.toString();
    }

    /**
     * Shows a number whole in a session for 15 minutes, once the reason is durable in the audit log.
     *
     * @param subject where the number stands, for example {@code call pbx:1763800000.12}
     * @param reason the person's own words
     */
    public void reveal(CallerNumber caller, String subject, String reason, HttpSession session) {
        audit.note(Deed.UNMASKED, subject, "", reason);
        switch (caller) {
            case E164(String number) -> Revealed.of(session, clock).add(number);
            case Invalid(String digits) -> Revealed.of(session, clock).add(digits);
            case CallerNumber.Internal number -> {}
            case CallerNumber.Withheld number -> {}
        }
    }
}
