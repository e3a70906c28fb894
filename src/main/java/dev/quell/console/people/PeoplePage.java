package dev.quell.console.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import dev.quell.security.people.TooBusyException;
import dev.quell.security.tokens.Scope;
import dev.quell.security.tokens.Tokens;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /people}: who may sign in, and the tokens of programs. */
@Controller
class PeoplePage {
    private static final String PAGE = "/people";
    private static final List<String> NOTES = List.of(
            "added", "changed", "password", "disabled", "enabled", "revoked", "taken", "gone", "last-admin", "busy");

    private final Accounts accounts;
    private final Staff staff;
    private final Tokens tokens;
    private final Clock clock;

    PeoplePage(Accounts accounts, Staff staff, Tokens tokens, Clock clock) {
        this.accounts = accounts;
        this.staff = staff;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(
            @RequestParam(required = false) @Nullable String note,
            @RequestParam(required = false) @Nullable String fault,
            @RequestParam(required = false) @Nullable String edit,
            Model model) {
        model.addAttribute("note", note != null && NOTES.contains(note) ? note : "")
                .addAttribute("fault", fault != null && AccountFaults.isKey(fault) ? fault : "")
                .addAttribute(
                        "edited",
                        Optional.ofNullable(edit)
                                .flatMap(accounts::find)
                                .map(AccountRow::of)
                                .orElse(null));
        return page(model);
    }

    private String page(Model model) {
        Instant now = clock.instant();
        model.addAttribute(
                        "accounts", accounts.all().stream().map(AccountRow::of).toList())
                .addAttribute(
                        "tokens",
                        tokens.all().stream()
                                .map(token -> TokenRow.of(token, tokens.seen(token), now))
                                .toList())
                .addAttribute(
                        "roles", Arrays.stream(Role.values()).map(Role::word).toList())
                .addAttribute(
                        "scopes", Arrays.stream(Scope.values()).map(Scope::word).toList())
                .addAttribute("terms", TokenForm.TERMS)
                .addAttribute("least", PasswordRules.LEAST);
        return "people/people";
    }

    @PostMapping(PAGE + "/accounts")
    String add(AccountForm form) {
        return form.faultOfNew(staff).map(PeoplePage::fault).orElseGet(() -> make(form));
    }

    private String make(AccountForm form) {
        try {
            return note(staff.add(form.account(), form.whole()).isPresent() ? "added" : "taken");
        } catch (TooBusyException e) {
            return note("busy");
        }
    }

    @PostMapping(PAGE + "/accounts/{name}")
    String change(@PathVariable String name, AccountForm form) {
        return form.fault().map(PeoplePage::fault).orElseGet(() -> change(name, form.changed(), "changed"));
    }

    @PostMapping(PAGE + "/accounts/{name}/password")
    String password(@PathVariable String name, AccountForm form) {
        return form.passwordFault(staff, name)
                .map(PeoplePage::fault)
                .orElseGet(() -> change(name, Change.password(String.valueOf(form.password())), "password"));
    }

    @PostMapping(PAGE + "/accounts/{name}/disable")
    String disable(@PathVariable String name) {
        return change(name, Change.disabled(true), "disabled");
    }

    @PostMapping(PAGE + "/accounts/{name}/enable")
    String enable(@PathVariable String name) {
        return change(name, Change.disabled(false), "enabled");
    }

    private String change(String name, Change wanted, String done) {
        try {
            Optional<Account> changed = staff.change(name, wanted);
            return note(changed.isPresent() ? done : "gone");
        } catch (LastAdminException e) {
            return note("last-admin");
        } catch (TooBusyException e) {
            return note("busy");
        }
    }

    private static String note(String word) {
        return "redirect:" + PAGE + "?note=" + word;
    }

    private static String fault(String key) {
        return "redirect:" + PAGE + "?fault=" + key;
    }
}
