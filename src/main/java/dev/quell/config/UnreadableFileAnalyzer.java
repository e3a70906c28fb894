package dev.quell.config;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Shows where a settings file stops being YAML. */
final class UnreadableFileAnalyzer extends AbstractFailureAnalyzer<MarkedYAMLException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MarkedYAMLException cause) {
        return new FailureAnalysis(
                "A settings file is " + UnreadableFile.fault(cause),
                "Correct the line and start again. Settings files are looked for in config/application.yml beside the"
                        + " jar and where spring.config.additional-location points.",
                cause);
    }
}
