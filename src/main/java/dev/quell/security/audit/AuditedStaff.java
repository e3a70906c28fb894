package dev.quell.security.audit;

import dev.quell.security.people.StaffNotes;
import org.springframework.stereotype.Component;

/** Keeps what is done with accounts. */
@Component
final class AuditedStaff implements StaffNotes {

    private final Audit audit;

    AuditedStaff(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void made(String account, String after) {
        audit.note(Deed.ACCOUNT_MADE, account, "", after);
    }

    @Override
    public void changed(String account, String before, String after) {
        audit.note(Deed.ACCOUNT_CHANGED, account, before, after);
    }

    @Override
    public void passwordSet(String account) {
        audit.note(Deed.PASSWORD_SET, account, "", "");
    }
}
