package io.sallyport.diagrams;

/** A change of one of our files, and the rule and the subject of the finding that it must give. */
record Mutant(String name, Diagram diagram, String rule, String subject) {

  /** In the file, one text replaced by another. */
  Mutant(String name, String file, String before, String after, String rule, String subject) {
    this(name, OurDiagrams.replaced(file, before, after), rule, subject);
  }

  @Override
  public String toString() {
    return name;
  }
}
