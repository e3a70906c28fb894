package dev.quell.console.people;

import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Person;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Token;
import dev.quell.security.tokens.Tokens;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done with tokens on {@code /people}. */
@Controller
class TokensPage {
    private static final String PAGE = "/people";

    private final Tokens tokens;
    private final Audit audit;
    private final Clock clock;

    TokensPage(Tokens tokens, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes one. Its text is in this answer alone, which no browser keeps. */
    @PostMapping(PAGE + "/tokens")
    String make(TokenForm form, Person by, Model model) {
        if (form.fault().isPresent()) {
            return "redirect:" + PAGE + "?fault=" + form.fault().get();
        }
        Tokens.Made made = tokens.make(
                form.words().orElseThrow(),
                form.wanted(),
                clock.instant().plus(form.term().orElseThrow()).truncatedTo(ChronoUnit.MILLIS),
                by.id());
        audit.note(Deed.TOKEN_MADE, subject(made.token()), "", words(made.token()));
        model.addAttribute("name", made.token().name())
                .addAttribute(
                        "scopes",
                        made.token().scopes().stream().sorted().map(Scope::word).toList())
                .addAttribute("until", made.token().expiresAt())
                .addAttribute("text", made.text());
        return "people/token";
    }

    @PostMapping(PAGE + "/tokens/{id}/revoke")
    String revoke(@PathVariable String id, Person by) {
        return tokens.revoke(id, by.id())
                .map(token -> {
                    audit.note(Deed.TOKEN_REVOKED, subject(token), words(token), "");
                    return "redirect:" + PAGE + "?note=revoked";
                })
                .orElse("redirect:" + PAGE + "?note=gone");
    }

    private static String subject(Token token) {
        return "token " + token.id() + " " + token.name();
    }

    private static String words(Token token) {
        return token.scopes().stream().sorted().map(Scope::word).collect(Collectors.joining(" ")) + " until "
                + token.expiresAt();
    }
}
