package dev.quell.security.setup;

import dev.quell.security.people.Account;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.TooBusyException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /setup/{token}}: makes the first account, an admin's. */
@Controller
@RequestMapping("/setup/{token}")
final class SetupPage {

    private static final String VIEW = "setup/setup";

    private final SetupLink link;
    private final Staff staff;

    SetupPage(SetupLink link, Staff staff) {
        this.link = link;
        this.staff = staff;
    }

    @GetMapping
    String form(@PathVariable String token, Model model, HttpServletResponse response) {
        return link.holds(token) ? again(model, "", "", "") : over(response);
    }

    @PostMapping
    String make(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String fullName,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model,
            HttpServletResponse response) {
        if (!link.holds(token)) {
            return over(response);
        }
        String account = name.strip().toLowerCase(Locale.ROOT);
        Optional<String> fault = fault(account, fullName.strip(), password, repeated);
        if (fault.isPresent()) {
            return again(model, account, fullName, fault.get());
        }
        try {
            return make(account, fullName.strip(), password) ? "redirect:/login?made" : over(response);
        } catch (TooBusyException e) {
            return again(model, account, fullName, "busy");
        }
    }

    /** Makes the account; false if somebody else was quicker. */
    private boolean make(String account, String fullName, String password) throws TooBusyException {
        Staff.Change wanted = new Staff.Change(
                Optional.of(fullName),
                Optional.of(Set.of(Role.ADMIN)),
                Optional.empty(),
                Optional.of(password),
                Optional.empty());
        boolean made = staff.addFirst(account, wanted).isPresent();
        if (made) {
            link.used();
        }
        return made;
    }

    private Optional<String> fault(String name, String fullName, String password, String repeated) {
        if (!Account.isName(name)) {
            return Optional.of("name");
        }
        if (!Account.isFullName(fullName)) {
            return Optional.of("full-name");
        }
        if (!password.equals(repeated)) {
            return Optional.of("repeated");
        }
        return staff.fault(password, name).map(fault -> fault.name().toLowerCase(Locale.ROOT));
    }

    private static String again(Model model, String name, String fullName, String fault) {
        model.addAttribute("name", name);
        model.addAttribute("fullName", fullName);
        model.addAttribute("fault", fault);
        model.addAttribute("least", PasswordRules.LEAST);
        return VIEW;
    }

    /** Whoever guesses learns nothing of whether there is a link. */
    private static String over(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        return "setup/over";
    }
}
