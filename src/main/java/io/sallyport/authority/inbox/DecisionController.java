package io.sallyport.authority.inbox;

import io.sallyport.authority.Decision;
import io.sallyport.authority.DecisionRequest;
import io.sallyport.authority.Decisions;
import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.rules.Finding;
import io.sallyport.workflow.HumanTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A task as it is put before a person, and what the person decides (F03, S11). */
@Controller
@RequestMapping("/tasks/{taskId}")
class DecisionController {

  private final Decisions decisions;
  private final DecisionPages pages;
  private final TakenPages taken;

  DecisionController(Decisions decisions, DecisionPages pages, TakenPages taken) {
    this.decisions = decisions;
    this.pages = pages;
    this.taken = taken;
  }

  @Permitted
  @GetMapping
  ModelAndView show(@PathVariable String taskId, Person person) {
    HumanTask task = taken.known(taskId);
    if (!decisions.isOpen(taskId)) return taken.of(task, person);
    Optional<String> start = decisions.pageOfStart(task);
    if (start.isPresent()) return new ModelAndView("redirect:" + start.get());
    DecisionRequest request = decisions.open(taskId, person);
    return page(request, person, pages.form(request, Map.of()), List.of());
  }

  /** States the decision; all that is wrong with it is shown at once, beside the fields. */
  @Permitted({Role.SECURITY_REVIEWER, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL})
  @PostMapping
  ModelAndView decide(
      @PathVariable String taskId,
      @RequestParam MultiValueMap<String, String> given,
      Person person) {
    HumanTask task = taken.known(taskId);
    if (!decisions.isOpen(taskId)) return taken.of(task, person);
    DecisionRequest request = decisions.open(taskId, person);
    if (!request.bars().isEmpty()) throw new Forbidden(request.bars());
    Map<String, String> answers = lines(given);
    FormPage filled = pages.form(request, answers);
    Decision decision = filled.decision();
    FormPage checked =
        filled.checked(FormFile.of(task.key()), decisions.wrong(request, person, decision));
    String seen = answers.getOrDefault("packet", "");
    List<Finding> changes = decisions.changesSince(request, seen);
    if (checked.isWrong() || !changes.isEmpty()) {
      ModelAndView page = page(request, person, checked, changes);
      page.setStatus(changes.isEmpty() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT);
      return page;
    }
    decisions.state(taskId, person, decision, seen);
    return new ModelAndView("redirect:/tasks/" + task.id() + "/sign");
  }

  /** Of several answers to one question, as checkboxes give, each is a line. */
  private static Map<String, String> lines(MultiValueMap<String, String> given) {
    return given.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> String.join("\n", one.getValue())));
  }

  private ModelAndView page(
      DecisionRequest request, Person person, FormPage form, List<Finding> changes) {
    ModelAndView page = new ModelAndView("authority/decision");
    page.addObject("page", pages.of(request, person, form, changes));
    page.addObject("skipToDecision", true);
    return page;
  }
}
