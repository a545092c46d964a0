namespace System.Activities;

/// <summary>A name that signatures ask for.</summary>
public abstract class Activity;

/// <summary>A name that signatures ask for.</summary>
public abstract class CodeActivity : Activity;
