package dev.quell.web.lists;

import dev.quell.blocklist.ListKind;
import dev.quell.deed.ListExport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/blocklist/export} and {@code /api/v1/allowlist/export}. */
@RestController
class ListExportResource {
    private final ListExport export;

    ListExportResource(ListExport export) {
        this.export = export;
    }

    @Operation(
            summary = "The active entries of a list as CSV, newest first, safe to open in a spreadsheet",
            description =
                    "Columns: pattern, kind, reason, expires, author, origin, made; the first four are those that an import reads.")
    @ApiResponse(
            responseCode = "200",
            description = "The list",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @GetMapping("/api/v1/{list:blocklist|allowlist}/export")
    void export(@PathVariable String list, HttpServletResponse answer) throws IOException {
        answer.setContentType("text/csv");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.setHeader("Content-Disposition", "attachment; filename=\"" + list + ".csv\"");
        export.write(list.equals("blocklist") ? ListKind.BLOCK : ListKind.ALLOW, answer.getWriter());
    }
}
