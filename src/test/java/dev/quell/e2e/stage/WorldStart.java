package dev.quell.e2e.stage;

import java.util.Map;
import java.util.Optional;

/**
 * The attempt to start a world, and a second one where the first failed, as where another program took one of its ports; if that failed too, every scenario in that world fails with the same reason at once.
 *
 * @param started empty if it failed
 * @param failure empty if it started
 */
record WorldStart(Optional<World> started, Optional<RuntimeException> failure) implements AutoCloseable {

    static WorldStart of(Map<String, String> settings) {
        try {
            return new WorldStart(Optional.of(World.start(settings)), Optional.empty());
        } catch (RuntimeException e) {
            System.out.println("       once more: " + e);
            return again(settings);
        }
    }

    private static WorldStart again(Map<String, String> settings) {
        try {
            return new WorldStart(Optional.of(World.start(settings)), Optional.empty());
        } catch (RuntimeException e) {
            return new WorldStart(Optional.empty(), Optional.of(e));
        }
    }

    World world() {
        failure.ifPresent(cause -> {
            throw new IllegalStateException("The servers of this scenario did not start. " + cause.getMessage(), cause);
        });
        return started.orElseThrow();
    }

    @Override
    public void close() {
        started.ifPresent(World::close);
    }
}
