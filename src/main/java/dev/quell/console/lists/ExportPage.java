package dev.quell.console.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.deed.ListExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /lists/export}: the active entries of a list as CSV. */
@Controller
class ExportPage {
    private final ListExport export;

    ExportPage(ListExport export) {
        this.export = export;
    }

    @GetMapping("/lists/export")
    void export(@RequestParam(required = false) @Nullable String list, HttpServletResponse answer) throws IOException {
        ListKind kind = "allow".equals(list) ? ListKind.ALLOW : ListKind.BLOCK;
        answer.setContentType("text/csv");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + ListExport.name(kind) + ".csv\"");
        export.write(kind, answer.getWriter());
    }
}
