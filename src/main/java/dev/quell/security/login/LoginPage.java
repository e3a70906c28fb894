package dev.quell.security.login;

import dev.quell.security.outside.TurnedAway;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.CurrentPerson;
import dev.quell.security.people.Way;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /login}: name and password; {@code /}: the page that a person begins with. */
@Controller
final class LoginPage {

    private static final List<String> NOTICES = List.of("wrong", "again", "made", "bye");

    private final Accounts accounts;
    private final OutsideLabels labels;

    LoginPage(Accounts accounts, OutsideLabels labels) {
        this.accounts = accounts;
        this.labels = labels;
    }

    /** The form; {@code told} says why another service let nobody in. */
    @GetMapping(NotSignedIn.PAGE)
    String form(
            @RequestParam Map<String, String> query,
            @RequestParam Optional<String> next,
            @RequestParam Optional<String> told,
            @RequestParam Optional<String> by,
            Model model) {
        int seconds = Optional.ofNullable(query.get("wait"))
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        model.addAttribute("notice", seconds > 0 ? "wait" : notice(query.keySet()));
        model.addAttribute("seconds", seconds);
        model.addAttribute("next", next.filter(Next::isPath).orElse(""));
        model.addAttribute("nobodyYet", accounts.none());
        outside(
                told.flatMap(TurnedAway.Why::of),
                by.flatMap(Way::of).filter(way -> labels.of(way).isPresent()),
                model);
        return "login/login";
    }

    /** What is told above the form; that the first account is made only once there is one. */
    private String notice(Set<String> words) {
        return NOTICES.stream()
                .filter(words::contains)
                .filter(word -> !word.equals("made") || !accounts.none())
                .findFirst()
                .orElse("");
    }

    private void outside(Optional<TurnedAway.Why> told, Optional<Way> by, Model model) {
        model.addAttribute(
                "told", by.isEmpty() ? "" : told.map(TurnedAway.Why::word).orElse(""));
        model.addAttribute("by", by.flatMap(labels::of).orElse(""));
        model.addAttribute("way", by.map(Way::word).orElse(""));
        model.addAttribute("provider", labels.of(Way.OIDC).orElse(""));
        model.addAttribute("directory", labels.of(Way.LDAP).orElse(""));
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + Next.of(CurrentPerson.get());
    }
}
