// The pages are plain HTML: nothing runs in the browser except the small modules of src/app/enhance. React Router asks for this file.
export {}
