package dev.quell.asterisk.ami.stream;

import org.asteriskjava.manager.action.AbstractManagerAction;

/**
 * The action that has Asterisk send an event of ours through the same queues as the events of the calls. Needs the class {@code user} in the
 * manager user's read and write. Public with its getters, because the library reads them by reflection.
 */
public final class CanaryAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1L;

    /** The name under which the event comes back. */
    static final String EVENT = "QuellCanary";

    private final String nonce;

    /** A canary that is known again by a secret text of letters and digits. */
    public CanaryAction(String nonce) {
        this.nonce = nonce;
    }

    @Override
    public String getAction() {
        return "UserEvent";
    }

    /** The event's name, a header of the action. */
    public String getUserEvent() {
        return EVENT;
    }

    /** The secret text, a header of the action. */
    public String getNonce() {
        return nonce;
    }
}
