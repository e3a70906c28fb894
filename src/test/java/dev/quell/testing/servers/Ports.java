package dev.quell.testing.servers;

/**
 * Loopback ports that nobody listens on, not among those that the kernel gives to whoever connects somewhere: such a one may be gone when the server binds it, or
 * binds it again after a restart.
 */
final class Ports {

    private Ports() {}

    /** One that is free now. */
    static int free() {
        return dev.quell.e2e.server.Ports.free();
    }
}
