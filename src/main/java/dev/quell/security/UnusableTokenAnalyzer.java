package dev.quell.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the token's file in place of a stack trace. */
final class UnusableTokenAnalyzer extends AbstractFailureAnalyzer<UnusableTokenException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableTokenException cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the file or the key and start again.", cause);
    }
}
