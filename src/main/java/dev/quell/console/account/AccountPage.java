package dev.quell.console.account;

import dev.quell.security.login.OwnPassword;
import dev.quell.security.login.OwnPassword.Fault;
import dev.quell.security.login.OwnPassword.Typed;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Person;
import dev.quell.security.people.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /account}: what everybody may change of the own account. */
@Controller
class AccountPage {
    /** What a fault may be called in the address. */
    private static final Set<String> FAULTS = Stream.concat(
                    Arrays.stream(Fault.values()).map(Fault::word),
                    Arrays.stream(PasswordRules.Fault.values())
                            .map(fault -> fault.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private final OwnPassword own;

    AccountPage(OwnPassword own) {
        this.own = own;
    }

    @GetMapping(OwnPassword.PAGE)
    String show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String fault,
            Person person,
            Model model) {
        model.addAttribute("person", person)
                .addAttribute(
                        "roles",
                        person.roles().stream().sorted().map(Role::word).toList())
                .addAttribute("must", own.mustChange(person))
                .addAttribute("here", own.isHere(person))
                .addAttribute("done", done != null)
                .addAttribute("fault", fault != null && FAULTS.contains(fault) ? fault : "")
                .addAttribute("least", PasswordRules.LEAST);
        return "account/account";
    }

    @PostMapping(OwnPassword.PAGE)
    String change(
            @RequestParam String old,
            @RequestParam String password,
            @RequestParam String repeated,
            Person person,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> fault = own.change(person, new Typed(old, password, repeated), request, response);
        return "redirect:" + OwnPassword.PAGE
                + fault.map(word -> "?fault=" + word).orElse("?done");
    }
}
