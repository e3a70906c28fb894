package dev.quell.security.login;

import dev.quell.security.people.Accounts;
import dev.quell.security.people.CurrentPerson;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /login}: name and password; {@code /}: the page that a person begins with. */
@Controller
final class LoginPage {

    private final Accounts accounts;

    LoginPage(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The form. {@code notice} is one of wrong, wait, again, bye, or nothing. */
    @GetMapping(NotSignedIn.PAGE)
    String form(
            @RequestParam Optional<String> wrong,
            @RequestParam Optional<String> wait,
            @RequestParam Optional<String> again,
            @RequestParam Optional<String> bye,
            @RequestParam Optional<String> next,
            Model model) {
        int seconds = wait.filter(text -> text.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
        String notice = "";
        if (seconds > 0) {
            notice = "wait";
        } else if (wrong.isPresent()) {
            notice = "wrong";
        } else if (again.isPresent()) {
            notice = "again";
        } else if (bye.isPresent()) {
            notice = "bye";
        }
        model.addAttribute("notice", notice);
        model.addAttribute("seconds", seconds);
        model.addAttribute("next", next.filter(Next::isPath).orElse(""));
        model.addAttribute("nobodyYet", accounts.none());
        return "login/login";
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + Next.of(CurrentPerson.get());
    }
}
