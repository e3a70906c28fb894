package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContextException;
import org.springframework.util.Assert;

class RefusedStartAnalyzerTest {
    private final RefusedStartAnalyzer analyzer = new RefusedStartAnalyzer();

    @Test
    void aSentenceOfOursIsShownFromUnderSpringsWrapping() {
        Throwable failure = new ApplicationContextException(
                "Failed to start bean", new IllegalStateException("Cannot open the port; is it taken?"));

        assertThat(analyzer.analyze(failure).getDescription()).isEqualTo("Cannot open the port; is it taken?");
    }

    @Test
    void aFaultWithoutASentenceKeepsItsStackTrace() {
        assertThat(analyzer.analyze(new RuntimeException(new NullPointerException("x is null"))))
                .isNull();
        assertThat(analyzer.analyze(new IllegalStateException())).isNull();
    }

    @Test
    void sentencesOfLibrariesAreLeftToSpring() {
        IllegalArgumentException thrown = org.junit.jupiter.api.Assertions.assertThrows(
                IllegalArgumentException.class, () -> Assert.isTrue(false, "a library's word"));

        assertThat(analyzer.analyze(thrown)).isNull();
    }
}
