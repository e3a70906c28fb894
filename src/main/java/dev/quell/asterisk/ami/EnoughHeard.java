package dev.quell.asterisk.ami;

import dev.quell.call.IncomingCall;
import dev.quell.classifier.Action;
import dev.quell.screening.CallScreened;
import dev.quell.screening.ScreenedListener;

/**
 * Says of each call that this instance lets pass that nobody need listen any more once enough was heard. The instance that screened the call says so to
 * Asterisk and no other, since taking talk detection off twice is a warning in Asterisk's log.
 */
final class EnoughHeard implements ScreenedListener {

    private final AsteriskLinks links;

    EnoughHeard(AsteriskLinks links) {
        this.links = links;
    }

    @Override
    public void screened(CallScreened screened) {
        if (screened.talkThreshold() > 0 && (screened.applied() == Action.PASS || screened.applied() == Action.TAG)) {
            IncomingCall call = screened.call();
            links.find(call.id().server())
                    .ifPresent(link -> link.book().mayBeLeft(call.id().linkedId(), call.channel()));
        }
    }
}
