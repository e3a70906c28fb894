package dev.quell.e2e.stage;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes a world whole before a scenario: the service runs, the dialplan's breaker is closed. */
final class Repair implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
        World world = Scenes.world(context);
        world.quell().recover();
        world.asterisk().closeBreaker();
    }
}
