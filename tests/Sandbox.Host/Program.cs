var application = WebApplication.Create(args);
application.Run();
