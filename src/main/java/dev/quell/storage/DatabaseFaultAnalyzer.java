package dev.quell.storage;

import dev.quell.storage.sqlite.DatabaseFault;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the database file in place of a stack trace. */
final class DatabaseFaultAnalyzer extends AbstractFailureAnalyzer<DatabaseFault> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseFault cause) {
        @Nullable String message = cause.getMessage();
        return new FailureAnalysis(message == null ? "The database cannot be used." : message, null, cause);
    }
}
