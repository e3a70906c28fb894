package dev.quell.console.people;

import dev.quell.security.people.Person;
import dev.quell.security.tokens.Tokens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is done with tokens that there are on {@code /people}. */
@Controller
class TokensPage {
    private static final String PAGE = "/people";

    private final Tokens tokens;

    TokensPage(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Where a token was shown there is nothing to be seen a second time. */
    @GetMapping(PAGE + "/tokens")
    String over() {
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/tokens/{id}/revoke")
    String revoke(@PathVariable String id, Person by) {
        return "redirect:" + PAGE + "?note=" + (tokens.revoke(id, by.id()).isPresent() ? "revoked" : "gone");
    }
}
