package dev.quell.console.sources.parts;

import dev.quell.call.CallerNumber;
import dev.quell.console.shell.Callers;
import dev.quell.security.masking.Masking;
import dev.quell.security.masking.Questions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** How addresses of pages name a source: by its number, or by a sealed text for whoever does not see numbers whole. */
@Component
public final class SourceKeys {
    private final Callers callers;

    private final Questions questions;

    SourceKeys(Callers callers, Questions questions) {
        this.callers = callers;
        this.questions = questions;
    }

    /** What an address names a source by, for who is signed in. */
    public String of(CallerNumber caller) {
        return Masking.key(caller);
    }

    /** The address of a source's page. */
    public String address(CallerNumber caller) {
        return "/sources/" + UriUtils.encodePathSegment(of(caller), StandardCharsets.UTF_8);
    }

    /** The source that an address names; empty if it names none. */
    public Optional<CallerNumber> read(String name) {
        return questions.read(name, callers::read);
    }
}
