package dev.quell.security.setup;

import dev.quell.security.people.Account;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.TooBusyException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

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
    String form(@PathVariable String token, Model model) {
        check(token);
        return again(model, "", "", "");
    }

    @PostMapping
    String make(
            @PathVariable String token,
            @RequestParam String name,
            @RequestParam String fullName,
            @RequestParam String password,
            @RequestParam String repeated,
            Model model)
            throws TooBusyException {
        check(token);
        String plain = PasswordRules.normal(password);
        String account = name.strip().toLowerCase(Locale.ROOT);
        Optional<String> fault = fault(account, fullName.strip(), plain, PasswordRules.normal(repeated));
        if (fault.isPresent()) {
            return again(model, account, fullName, fault.get());
        }
        Staff.Change wanted = new Staff.Change(
                Optional.of(fullName.strip()),
                Optional.of(Set.of(Role.ADMIN)),
                Optional.empty(),
                Optional.of(plain),
                Optional.empty());
        if (staff.addFirst(account, wanted).isEmpty()) {
            throw gone();
        }
        link.used();
        return "redirect:/login";
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

    private void check(String token) {
        if (!link.holds(token)) {
            throw gone();
        }
    }

    /** Whoever guesses learns nothing of whether there is a link. */
    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
