package dev.quell.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows which settings file stops being YAML, and where. */
final class UnreadableFileAnalyzer extends AbstractFailureAnalyzer<UnreadableFileException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnreadableFileException cause) {
        return new FailureAnalysis(
                "The settings file " + cause.getMessage(), "Correct the line and start again.", cause);
    }
}
