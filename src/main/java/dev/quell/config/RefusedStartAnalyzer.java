package dev.quell.config;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.annotation.Order;

/**
 * Shows the sentence with which one of Quell's parts refused to start, a port that is taken or a folder that may not be written, in place of a stack
 * trace. Asked last: Spring's own analyzers know their faults better. Faults without a sentence keep their stack trace.
 */
@Order
final class RefusedStartAnalyzer implements FailureAnalyzer {
    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(RefusedStartAnalyzer::oursWithWords)
                .findFirst()
                .map(cause -> new FailureAnalysis(
                        Optional.ofNullable(cause.getMessage()).orElse(""),
                        "Put right what it says and start again; with --debug the log says where it was found.",
                        cause))
                .orElse(null);
    }

    private static boolean oursWithWords(Throwable cause) {
        boolean refusal = cause instanceof IllegalStateException
                || cause instanceof IllegalArgumentException
                || cause instanceof UncheckedIOException
                || cause.getClass().getName().startsWith("dev.quell.");
        return refusal && cause.getMessage() != null && thrownHere(cause);
    }

    private static boolean thrownHere(Throwable cause) {
        return Arrays.stream(cause.getStackTrace())
                .findFirst()
                .map(StackTraceElement::getClassName)
                .orElse("")
                .startsWith("dev.quell.");
    }
}
