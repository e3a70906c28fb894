package dev.quell.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fields that picocli fills before a command runs. */
final class Wired {

    private Wired() {}

    static <T> T in(@Nullable T field) {
        return Objects.requireNonNull(field, "a command runs only after its fields were filled");
    }
}
