package io.sallyport.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.local.LocalBoundary;
import io.sallyport.local.keycloak.Visitor;
import io.sallyport.local.keycloak.Visitor.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Rows 14 and 15 of the abuse suite, for every handler that there is: none is forgotten. Each form
 * wants the token of the session that it was shown in; nothing is written for a spreadsheet.
 */
@Tag("boundary")
class EveryHandlerTest {

  private final LocalBoundary boundary = LocalBoundary.shared();

  @Test
  void R14_every_form_is_refused_without_its_token_and_with_a_foreign_one() {
    Visitor oscar = Visitor.loggedIn(boundary.address(), "oscar");
    String foreign = Visitor.loggedIn(boundary.address(), "emil").get("/models").hidden("_csrf");
    assertThat(foreign).isNotEmpty();

    assertThat(forms()).hasSizeGreaterThan(4);
    assertThat(forms())
        .allSatisfy(form -> requireClosed(oscar.post(form, Map.of())))
        .allSatisfy(form -> requireClosed(oscar.post(form, Map.of("_csrf", foreign))));
  }

  /** Refused at the door: nobody came so far as to ask what Oscar may do. */
  private static void requireClosed(Page answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.text()).doesNotContain("authority/role-may-do-this");
  }

  /** A cell that begins with {@code =} is a command to a spreadsheet: we write none. */
  @Test
  void R15_no_answer_is_a_table_for_a_spreadsheet() {
    assertThat(handlers())
        .flatMap(one -> one.getProducesCondition().getProducibleMediaTypes())
        .extracting(MediaType::toString)
        .contains("application/json")
        .noneMatch(type -> type.matches(".*(csv|excel|spreadsheet|tab-separated).*"));
  }

  /** Addresses that a browser posts to; programs and the sign-in server prove themselves. */
  private List<String> forms() {
    return handlers().stream()
        .filter(one -> !one.getMethodsCondition().getMethods().isEmpty())
        .filter(one -> !one.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET)))
        .flatMap(one -> one.getPatternValues().stream())
        .filter(path -> !path.startsWith("/api/") && !path.contains("back-channel"))
        .map(path -> path.replaceAll("\\{[^/]*}+", "1"))
        .sorted()
        .toList();
  }

  private Set<RequestMappingInfo> handlers() {
    return boundary.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet();
  }
}
