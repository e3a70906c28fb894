package dev.quell.e2e.stage;

import dev.quell.e2e.server.AsteriskUnderTest;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes a world whole before a scenario: the service runs, Asterisk has no call and keeps nothing of those before, and its dialplan is set as it was. */
final class Repair implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        of(context);
    }

    static void of(ExtensionContext context) {
        World world = Scenes.world(context);
        world.quell().recover();
        AsteriskUnderTest asterisk = world.asterisk();
        asterisk.forget();
        asterisk.deterrentHolds(20);
    }
}
